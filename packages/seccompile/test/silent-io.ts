import type { Io } from '../src/io/io.ts'

/** An `Io` that prints nothing, with these variables of the environment. */
export const silentIo = (env: Io['env'], isTerminal: boolean = false): Io => ({
  out: () => {},
  outBytes: () => {},
  err: () => {},
  outIsTerminal: isTerminal,
  errIsTerminal: false,
  env,
})
