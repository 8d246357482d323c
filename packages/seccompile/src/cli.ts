import { EXIT } from './exit-code.ts'
import { main } from './main.ts'

// Whoever reads our output may stop reading: `seccompile disasm f | head`. That is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE')
    process.stderr.write(`error: standard output cannot be written: ${error.message}\n`)
  process.exit(error.code === 'EPIPE' ? EXIT.ok : EXIT.badInput)
})

process.exitCode = await main(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  outBytes: (bytes) => process.stdout.write(bytes),
  err: (text) => process.stderr.write(text),
  outIsTerminal: process.stdout.isTTY ?? false,
  errIsTerminal: process.stderr.isTTY ?? false,
  env: process.env,
})
