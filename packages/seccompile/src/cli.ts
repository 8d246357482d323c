import { EXIT } from './exit-code.ts'
import { main } from './main.ts'

// Whoever reads our output may stop reading: `seccompile disasm f | head`. That is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE')
    process.stderr.write(`error: standard output cannot be written: ${error.message}\n`)
  process.exit(error.code === 'EPIPE' ? EXIT.ok : EXIT.badInput)
})
// Where standard error cannot be written there is nobody left to tell.
process.stderr.on('error', () => {})

// Node comes here when nothing is left that could go on: a module awaits what never comes.
const stuck = (): void => {
  process.stderr.write('error: a module waits for something that never happens, and did not finish loading\n')
  process.exit(EXIT.badInput)
}
process.once('beforeExit', stuck)
process.exitCode = await main(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  outBytes: (bytes) => process.stdout.write(bytes),
  err: (text) => process.stderr.write(text),
  outIsTerminal: process.stdout.isTTY ?? false,
  errIsTerminal: process.stderr.isTTY ?? false,
  env: process.env,
})
process.off('beforeExit', stuck)
