/** Plain text as Markdown that shows it to the letter, on one line. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!|<>~&$]/g, '\\$&').replace(/\s+/g, ' ');
}

/** The target of a link that runs a command with one argument. */
export function commandLink(command: string, argument: unknown): string {
  // A bracket in a file's name would end the link.
  const query = encodeURIComponent(JSON.stringify([argument])).replace(/[()]/g, (mark) =>
    mark === '(' ? '%28' : '%29',
  );
  return `command:${command}?${query}`;
}
