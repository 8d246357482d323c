/* What every command needs but a plain `run`, as one module: Node takes longer to find a file than to read it. */
export { failedStatus } from './exit-code.ts'
export { isOutputLost } from './lost-output.ts'
export { main } from './main.ts'
export { standardStream } from './standard-streams.ts'
