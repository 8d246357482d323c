/* What a program loads for a filter: the module and what it imports, minified. What it may load later is apart. */
import { PRESETS } from '@seccompile/presets'
import { rolldown } from 'rolldown'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

/** The most bytes of JavaScript of a subpath, and of what it loads on demand. */
const MOST = 3000

const SRC = fileURLToPath(new URL('../../../packages/filters/src/', import.meta.url))

/** The bytes of JavaScript that are loaded at once by the module `name`, and by each module that it loads on demand. */
async function loaded(name: string): Promise<readonly (readonly [file: string, bytes: number])[]> {
  const built = await rolldown({ input: `${SRC}${name}.ts` })
  const { output } = await built.generate({ format: 'esm', minify: true })
  await built.close()
  const chunks = output.filter((each) => each.type === 'chunk')
  const bytesOf = (file: string, seen = new Set<string>()): number => {
    const chunk = chunks.find(({ fileName }) => fileName === file)
    if (chunk === undefined || seen.has(file)) return 0
    seen.add(file)
    return chunk.imports.reduce((sum, each) => sum + bytesOf(each, seen), Buffer.byteLength(chunk.code))
  }
  return chunks
    .filter(({ facadeModuleId }) => facadeModuleId !== null)
    .map(({ fileName, facadeModuleId }) => [facadeModuleId!.replace(SRC, ''), bytesOf(fileName)])
}

it('has at most 3 kB of JavaScript in each subpath, and in each module that one loads on demand', async () => {
  const sizes = (await Promise.all(['index', ...PRESETS.map(({ name }) => name)].map(loaded))).flat()
  expect(sizes.length).toBeGreaterThan(PRESETS.length * 8)
  expect(sizes.filter(([, bytes]) => bytes > MOST)).toEqual([])
})
