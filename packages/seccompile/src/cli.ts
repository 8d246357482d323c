// Before anything touches the streams, which would change them, and before the whole program is read, which takes long:
// a plain `run` replaces this process, and nothing below comes to pass.
const [command, ...rest] = process.argv.slice(2)
const line = command === 'run' ? await import('./run/line.ts') : undefined
const stdio = line?.stdioFlags()
const ended = await line?.runPlain(rest, stdio ?? [])
if (ended !== undefined) process.exit(ended)
const { EXIT } = await import('./exit-code.ts')
const { isOutputLost } = await import('./lost-output.ts')
const { main } = await import('./main.ts')
const { RUN_EXIT } = await import('./run/interface.ts')
/** For what goes wrong here; a command under a filter could have ended with any other status. */
const FAILED = command === 'run' ? RUN_EXIT.failed : EXIT.badInput

// Whoever reads our output may stop reading: `seccompile disasm f | head`. That is no failure, and no answer either: we
// go on, so that `seccompile prove a b | head -1` exits as it would have.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') return
  process.stderr.write(`error: standard output cannot be written: ${error.message}\n`)
  process.off('exit', cutShort)
  process.exit(FAILED)
})
// Where standard error cannot be written there is nobody left to tell.
process.stderr.on('error', () => {})

// A module of the person's own may print. That must not get between the bytes of a filter or the lines of JSON, so all
// but our own output goes where messages go.
const writeOut = process.stdout.write.bind(process.stdout)
process.stdout.write = process.stderr.write.bind(process.stderr)

// It may also end the process; then nothing was computed, which must not look like an answer, nor like a command's end.
const cutShort = (): void => {
  process.stderr.write('error: a module ended the program before it was done\n')
  process.exitCode = FAILED
}
process.once('exit', cutShort)

// Node comes here when nothing is left that could go on: a module awaits what never comes.
const stuck = (): void => {
  process.stderr.write('error: a module waits for something that never happens, and did not finish loading\n')
  process.off('exit', cutShort)
  process.exit(FAILED)
}
process.once('beforeExit', stuck)
const status = await main(process.argv.slice(2), {
  out: (text) => writeOut(text),
  outBytes: (bytes) => writeOut(bytes),
  err: (text) => process.stderr.write(text),
  outIsTerminal: process.stdout.isTTY ?? false,
  errIsTerminal: process.stderr.isTTY ?? false,
  outIsLost: isOutputLost(),
  env: process.env,
  stdio,
})
process.off('beforeExit', stuck)
process.off('exit', cutShort)
process.exitCode = status

// A module of the person's own may keep a timer or a socket open, which must not keep the command: the work is done. What
// was written goes out first, and where it cannot, the handlers above have the first word.
writeOut('', () => process.stderr.write('', () => setImmediate(() => process.exit())))
