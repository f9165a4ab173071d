/** The party group of a body before a post in it is not in the body's name, nor are the heads that meet: 部务会成员. */
const PARTY_TAIL = /(?:机关)?党[组委]$|(?<=部|厅|局|院|办)[部厅局院室]务会$/;
const PARTY_POST = /^原?(?:第一|常务|专职)?副?(?:书记|委员|成员|常委)/;
/** What autonomous regions have in the place of a provincial committee. */
const REGIONAL_COMMITTEE = /^(?:.*自治[区州县]|区|内蒙古|广西|西藏|宁夏|新疆)党委$/;
const SETTLEMENT = /^[^省市县区州旗盟镇乡]{1,6}(?:[乡镇村]|街道|社区)$/;

/** How long the name of the body is whose party group `name` is, by the guide: where a post in that stands `next`, the group stays outside. */
export function ownerOfPartyGroup(name: string, next: string): number | undefined {
  const party = PARTY_TAIL.exec(name);
  return party && PARTY_POST.test(next) && !REGIONAL_COMMITTEE.test(name) ? party.index : undefined;
}

/** Whether whom a party group belongs to is a town or a village, and so a place. */
export function isSettlement(owner: string): boolean {
  return SETTLEMENT.test(owner);
}
