// A plain `run` replaces this process, and then nothing below runs. It comes first for two reasons: the code below
// changes the standard streams, and Node takes long to read the rest of the program.
const [command, ...rest] = process.argv.slice(2)
const line = command === 'run' ? await import('./run/line.ts') : undefined
const stdio = line?.stdioFlags()
const ended = await line?.runPlain(rest, stdio ?? [])
if (ended !== undefined) process.exit(ended)
const { failedStatus, isOutputLost, main, standardStream } = await import('./start.ts')
const FAILED = failedStatus(process.argv.slice(2))

// An error about standard error has no place to go.
const err = standardStream('stderr', (stream) => stream.on('error', () => {}))

const out = standardStream('stdout', (stream) => {
  // The reader of standard output may close it early: `seccompile disasm f | head`. That is no failure. The command goes
  // on, so that `seccompile prove a b | head -1` exits with the status of its answer.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return
    err.write(`error: standard output cannot be written: ${error.message}\n`)
    process.off('exit', cutShort)
    process.exit(FAILED)
  })
  // A module that the person wrote may print to standard output. Its text must not get between the bytes of a filter or
  // the lines of JSON, so all output but our own goes to standard error.
  stream.write = process.stderr.write.bind(process.stderr)
})

// The module may also end the process. Then there is no answer, and the exit status must say so.
const cutShort = (): void => {
  err.write('error: a module ended the program before it was done\n')
  process.exitCode = FAILED
}
process.once('exit', cutShort)

// Node emits `beforeExit` when no work is left: a module awaits a promise that never settles.
const stuck = (): void => {
  err.write('error: a module waits for something that never happens, and did not finish loading\n')
  process.off('exit', cutShort)
  process.exit(FAILED)
}
process.once('beforeExit', stuck)
const status = await main(process.argv.slice(2), {
  out: out.write,
  outBytes: out.write,
  err: err.write,
  outIsTerminal: out.isTerminal,
  errIsTerminal: err.isTerminal,
  outColumns: out.columns,
  outIsLost: isOutputLost(),
  env: process.env,
  stdio,
})
process.off('beforeExit', stuck)
process.off('exit', cutShort)
process.exitCode = status

// A module may leave a timer or a socket open, which must not keep the command alive: the work is done. The process
// exits only after all output is written. Where writing fails, the handlers above decide.
out.flush(() => err.flush(() => setImmediate(() => process.exit())))
