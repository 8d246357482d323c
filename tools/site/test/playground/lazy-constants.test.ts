import { constantFamilies, constantNamed } from '@seccompile/constants/all'
import type { FamilyFacts } from '@seccompile/constants/all'
import { describe, expect, it } from 'vitest'
import { LazyConstants, packed, unpacked } from '../../src/playground/engine/lazy-constants.ts'
import type { ConstantFile } from '../../src/playground/engine/lazy-constants.ts'
import { workerChunks } from '../../src/worker-chunks.ts'
import { fileFamilies, workerConstants } from '../../src/worker-constants.ts'

/** The files of the Worker, and the first family of each that was loaded, in order. */
function filesAndLoads(): { readonly files: readonly ConstantFile[]; readonly loads: string[] } {
  const loads: string[] = []
  const files = fileFamilies(constantFamilies).map((file) => ({
    families: file.map(({ family }) => family),
    load: () => {
      loads.push(file[0]!.family)
      return Promise.resolve({ default: file.map(packed) })
    },
  }))
  return { files, loads }
}

const familyIn = (catalogue: LazyConstants, name: string): FamilyFacts =>
  catalogue.families.find(({ family }) => family === name)!

describe('packed constants', () => {
  it.each(constantFamilies)('are those of the family $family again', (facts) => {
    expect(unpacked(packed(facts))).toEqual(facts)
  })
})

describe('the catalogue of the Worker', () => {
  it('has the families in the order of the whole catalogue, and all facts once each was asked for', async () => {
    const { files } = filesAndLoads()
    const catalogue = new LazyConstants(files)
    expect(catalogue.families.map(({ family }) => family)).toEqual(
      constantFamilies.map(({ family }) => family),
    )
    const all = await catalogue.complete(() => catalogue.families.map((facts) => ({ ...facts })))
    expect(all).toEqual(constantFamilies)
  })

  it('loads what a calculation asks for, and only that, and only once', async () => {
    const { files, loads } = filesAndLoads()
    const catalogue = new LazyConstants(files)
    let runs = 0
    const first = (): string | undefined => {
      runs += 1
      return familyIn(catalogue, 'af').constants[1]?.constant
    }
    expect(await catalogue.complete(first)).toBe('AF_LOCAL')
    expect([runs, loads]).toEqual([2, ['af']])
    expect(await catalogue.complete(first)).toBe('AF_LOCAL')
    expect([runs, loads]).toEqual([3, ['af']])
  })

  it('loads in steps what a calculation asks for in steps', async () => {
    const { files, loads } = filesAndLoads()
    const catalogue = new LazyConstants(files)
    const kinds = await catalogue.complete(() => {
      const { kind } = familyIn(catalogue, 'af')
      return kind === 'enum' ? [kind, familyIn(catalogue, 'ioctl').kind] : [kind]
    })
    expect(kinds).toEqual(['enum', 'enum'])
    expect(loads).toEqual(['af', 'ioctl'])
  })

  it('finds a constant by its name, and loads every file for a name that no loaded family has', async () => {
    const { files, loads } = filesAndLoads()
    const catalogue = new LazyConstants(files)
    await catalogue.complete(() => familyIn(catalogue, 'af').constants)
    expect(await catalogue.complete(() => catalogue.named('AF_UNIX'))).toEqual(constantNamed('AF_UNIX'))
    expect(loads).toEqual(['af'])
    expect(await catalogue.complete(() => catalogue.named('TIOCSTI'))).toEqual(constantNamed('TIOCSTI'))
    expect(loads).toHaveLength(files.length)
    expect(await catalogue.complete(() => catalogue.named('AF_NONE'))).toBeUndefined()
    expect(loads).toHaveLength(files.length)
  })

  it('throws what a calculation throws once it had all it asked for', async () => {
    const { files } = filesAndLoads()
    const catalogue = new LazyConstants(files)
    const failing = (): never => {
      throw new Error(`${familyIn(catalogue, 'af').constants.length} constants`)
    }
    await expect(catalogue.complete(failing)).rejects.toThrow('48 constants')
  })

  it('runs a calculation again where another one loaded what it asked for in vain', async () => {
    const { files } = filesAndLoads()
    const catalogue = new LazyConstants(files)
    let goOn = (): void => undefined
    const other = new Promise<void>((resume) => {
      goOn = resume
    })
    const slow = catalogue.complete(async () => {
      const { kind } = familyIn(catalogue, 'af')
      await other
      return kind
    })
    expect(await catalogue.complete(() => familyIn(catalogue, 'af').kind)).toBe('enum')
    goOn()
    expect(await slow).toBe('enum')
  })
})

describe('the bundle of the Worker', () => {
  const { load } = workerConstants()
  const list = '/a/tools/site/dist/playground/engine/constant-files.js'

  it('takes the catalogue of the Worker, and leaves what is imported by name', () => {
    expect(load('/a/packages/constants/dist/catalogue.js')).toContain('/engine/loaded-constants.js"')
    expect(load('/a/packages/constants/dist/af.js')).toBeUndefined()
    expect(load('/a/packages/constants/dist/tables/all.js')).toBeUndefined()
  })

  it('has each family in one file', () => {
    const code = load(list) ?? ''
    const names = [...code.matchAll(/families: "([^"]*)"/g)].flatMap(([, found = '']) => found.split(' '))
    expect(names).toEqual(constantFamilies.map(({ family }) => family))
    const files = [...code.matchAll(/import\('([^']*)'\)/g)].map(([, file = '']) => file)
    const texts = files.map((file) => load(`/a/tools/site/dist/playground/engine/${file.slice(2)}`) ?? '')
    expect(texts[0]).toContain('AF_LOCAL 1;')
    expect(
      texts.map((text) => (JSON.parse(text.slice('export default '.length)) as unknown[]).length),
    ).toEqual(fileFamilies(constantFamilies).map(({ length }) => length))
  })

  it('keeps those files apart from what every filter needs', () => {
    const fileOf = (id: string): string | undefined => workerChunks.find(({ test }) => test(id))?.name
    expect(fileOf(`${list}?file=0`)).toBeUndefined()
    expect(fileOf(list)).toBe('engine')
  })
})
