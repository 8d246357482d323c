import { execFileSync } from 'node:child_process'
import { rolldown } from 'rolldown'
import type { Plugin } from 'rolldown'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from './temporary-folder.ts'

const { at, file } = temporaryFolder()
const PLUGIN = new URL('../bundle-facades.mjs', import.meta.url).href
const { withoutFacades } = (await import(PLUGIN)) as { readonly withoutFacades: Plugin }

/** The names of the files of the bundle in `folder`, in which `group` is the file of the modules one.js, two.js and sub/deep.js. */
async function bundled(folder: string, plugins: readonly Plugin[]): Promise<readonly string[]> {
  const build = await rolldown({
    input: at('main.js'),
    platform: 'node',
    preserveEntrySignatures: 'allow-extension',
    plugins: [...plugins],
  })
  const { output } = await build.write({
    dir: at(folder),
    minifyInternalExports: false,
    chunkFileNames: ({ name }) => (name === 'three' ? 'sub/[name].js' : '[name].js'),
    codeSplitting: {
      groups: [{ debugName: 'group', name: (id) => (/(?:one|two|deep)\.js$/.test(id) ? 'group' : null) }],
      includeDependenciesRecursively: false,
    },
  })
  await build.close()
  return output.map(({ fileName }) => fileName).sort()
}

describe('withoutFacades', () => {
  it('loads the file that has the code of a module, in place of one that names it', async () => {
    file('package.json', '{ "type": "module" }')
    file('one.js', 'export const one = 1')
    file('two.js', 'export const two = 2')
    file('deep.js', 'export const deep = 4')
    file(
      'three.js',
      `import { two } from './two.js'\nexport const three = async () => two + (await import('./deep.js')).deep`,
    )
    file(
      'main.js',
      `const { one } = await import('./one.js')\nconsole.log(one, await (await import('./three.js')).three())`,
    )
    expect(await bundled('with', [])).toEqual(['deep.js', 'group.js', 'main.js', 'one.js', 'sub/three.js'])
    expect(await bundled('without', [withoutFacades])).toEqual(['group.js', 'main.js', 'sub/three.js'])
    for (const folder of ['with', 'without'])
      expect(execFileSync(process.execPath, [at(`${folder}/main.js`)], { encoding: 'utf8' })).toBe('1 6\n')
  })
})
