/* The process of `pnpm gain`. */
import { runGain } from './run-gain.ts'

// pnpm runs this tool in the root of the clone. A path of --use is relative to the folder in which it was typed.
process.chdir(process.env['INIT_CWD'] ?? '.')

// A module of --use may print. Its text must not get between the figures, so it goes to standard error.
const { stdout, stderr } = process
const out = stdout.write.bind(stdout)
stdout.write = stderr.write.bind(stderr)

process.exitCode = await runGain(process.argv.slice(2), {
  out,
  err: (text) => stderr.write(text),
  errIsTerminal: stderr.isTTY,
})
