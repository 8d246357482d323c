// Work that the end of a process undoes, for programs that write files.
export { undoneByTheEnd } from './native/undone-by-the-end.ts'
