import { describe, expect, it } from 'vitest'
import { mutated } from '../src/inputs/mutate.ts'
import { randomOf } from '../src/inputs/random.ts'
import { inputReaders } from '../src/inputs/readers.ts'

const READERS = await inputReaders()

describe('inputs of a soak', () => {
  it('are for the reader of each notation', () => {
    expect(READERS.map(({ name }) => name)).toEqual(['oci', 'seccompiler', 'spo', 'systemd', 'minijail', 'firecracker', 'minijail-c', 'listing', 'assembly', 'seccomp-tools', 'source text', 'raw', 'weights', 'trace', 'recording', 'manifest', 'baseline', 'artifact', 'systemd sets', 'audit', 'reproducer']) // prettier-ignore
    expect(READERS.filter(({ isJson }) => isJson).map(({ name }) => name)).toEqual(['oci', 'seccompiler', 'firecracker', 'manifest', 'baseline', 'artifact', 'reproducer']) // prettier-ignore
  })

  it.each(READERS)('begin with texts that $name takes', async ({ seeds, read, isJson }) => {
    expect(seeds.length).toBeGreaterThan(0)
    for (const seed of seeds) {
      await expect(Promise.resolve(read(seed))).resolves.toBeDefined()
      if (isJson) expect(JSON.parse(seed)).toBeTypeOf('object')
    }
  })

  it('are the same for one seed, and others for another', () => {
    const [reader] = READERS
    const texts = (seed: string): readonly string[] =>
      Array.from({ length: 20 }, (_, i) => mutated(reader!, randomOf(`${seed} ${i}`)))
    expect(texts('1')).toEqual(texts('1'))
    expect(texts('1')).not.toEqual(texts('2'))
    expect(new Set(texts('1')).size).toBeGreaterThan(15)
  })
})
