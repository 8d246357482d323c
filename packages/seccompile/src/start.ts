/* What every command needs but a plain `run`, as one module: Node takes longer to find a file than to read it. */
export { EXIT } from './exit-code.ts'
export { isOutputLost } from './lost-output.ts'
export { main } from './main.ts'
export { RUN_EXIT, startsCommand } from './run/interface.ts'
export { standardStream } from './standard-streams.ts'
