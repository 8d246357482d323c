export { threadJumps } from './thread-jumps.ts'
