/* Runs the programs of a consumer: the import of every entry, every example of the README, and every command. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { misprinted } from '@seccompile/find-examples'
import type { Consumer } from './consumer.ts'
import { readManifest } from './packages.ts'
import { run } from './run.ts'

/** Code that prints, as the last line, the output of each call of `console.log`. */
export const RECORDER: string = `import { format } from 'node:util'
const printed = []
console.log = (...values) => void printed.push(format(...values))
process.on('exit', () => process.stdout.write(JSON.stringify(printed)))
await import(process.argv[2])
`

/** The problems in running the compiled programs and the commands of a consumer. */
export async function runProblems({ folder, installed, programs }: Consumer): Promise<readonly string[]> {
  const problems: string[] = []
  writeFileSync(join(folder, 'recorder.mjs'), RECORDER)
  for (const { file, place, code } of programs) {
    const { status, said } = await run(process.execPath, ['recorder.mjs', `./${file}.js`], folder)
    if (status !== 0) {
      problems.push(`${place}: ended with exit ${status}:\n${said}`)
      continue
    }
    const printed = JSON.parse(said.split('\n').at(-1) ?? '[]') as readonly string[]
    problems.push(...misprinted(code, printed).map((what) => `${place}: ${what}`))
  }
  for (const [name, path] of Object.entries(readManifest(installed).bin ?? {})) {
    const { status, said } = await run(process.execPath, [join(installed, path), '--help'], folder)
    if (status !== 0) problems.push(`${name} --help: ended with exit ${status}:\n${said}`)
  }
  return problems
}
