// Runs work that is undone where the process ends first, for programs that write files.
export { undoneByTheEnd } from './native/undone-by-the-end.ts'
