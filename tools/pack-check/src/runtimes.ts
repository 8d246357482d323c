/* The runtimes that `pnpm runtimes` has installed. */
import { dirname, join } from 'node:path'
import { ROOT } from './packages.ts'
import { run } from './run.ts'

/** The folder with the program of a runtime; why there is none. */
export async function runtimeFolder(
  name: 'Bun' | 'Deno',
): Promise<{ readonly folder: string } | { readonly why: string }> {
  const tool = join(ROOT, 'tools', 'runtimes', 'runtimes.mjs')
  const { said } = await run(process.execPath, [tool, '--list'], ROOT)
  // The tool prints them so.
  const runtimes = JSON.parse(said) as readonly { title: string; file: string; isInstalled: boolean }[]
  const found = runtimes.find(({ title }) => title === name)
  return found?.isInstalled === true
    ? { folder: dirname(found.file) }
    : { why: 'it is not installed; run "pnpm runtimes"' }
}
