/** Every `*.test.ts` below test/host, gathered by esbuild.mjs. */
declare module 'galley:tests';
