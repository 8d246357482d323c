import { describe, expect, it } from 'vitest'
import { FAMILIES } from '../src/families.mjs'
import { mergeAbis } from '../src/merge.mjs'

/** A constant of every family, and every alias and mask, so that no family is empty. */
export function everyFamily(more = []) {
  const names = FAMILIES.flatMap((family) => {
    const masks = family.masks.filter((mask) => typeof mask === 'string')
    const all = [`${family.id.toUpperCase().replaceAll('-', '_')}_SAMPLE`, ...family.aliases, ...masks]
    return all.map((name) => [name, { family: family.id, value: 1 }])
  })
  return new Map([...names, ...more])
}

const constant = (name, family, value) => [name, { family, value }]

describe('mergeAbis', () => {
  const x86 = everyFamily([constant('SHUT_A', 'shut', 5), constant('SHUT_B', 'shut', 4)])
  const arm = everyFamily([
    constant('SHUT_A', 'shut', 5),
    constant('SHUT_B', 'shut', 3),
    constant('SHUT_C', 'shut', 2),
  ])
  const sh = everyFamily([constant('SHUT_A', 'shut', 6), constant('SHUT_B', 'shut', 3)])
  const merged = mergeAbis(
    new Map([
      ['x86', x86],
      ['arm', arm],
      ['sh', sh],
    ]),
  )
  const shut = merged.find(({ family }) => family.id === 'shut').constants

  it('takes the value that most ABIs have, and names the others', () => {
    expect(shut.find(({ name }) => name === 'SHUT_A')).toEqual({
      name: 'SHUT_A',
      value: 5,
      on: new Map([[6, ['sh']]]),
    })
    expect(shut.find(({ name }) => name === 'SHUT_B').on).toEqual(new Map([[4, ['x86']]]))
  })

  it('has no common value where most lack the constant', () => {
    expect(shut.find(({ name }) => name === 'SHUT_C')).toEqual({
      name: 'SHUT_C',
      value: undefined,
      on: new Map([[2, ['arm']]]),
    })
  })

  it('says null where few lack it', () => {
    const [a, b] = [everyFamily([constant('SHUT_A', 'shut', 5)]), everyFamily()]
    const found = mergeAbis(new Map([['x86', a], ['arm', a], ['sh', b]])) // prettier-ignore
    const one = found
      .find(({ family }) => family.id === 'shut')
      .constants.find(({ name }) => name === 'SHUT_A')
    expect(one.on).toEqual(new Map([[null, ['sh']]]))
  })

  it('sorts by value, then aliases last, then by name', () => {
    expect(shut.map(({ name }) => name)).toEqual(['SHUT_SAMPLE', 'SHUT_C', 'SHUT_B', 'SHUT_A'])
    const errno = merged.find(({ family }) => family.id === 'errno').constants
    expect(errno.map(({ name }) => name)).toEqual([
      'ERRNO_SAMPLE',
      'ECANCELLED',
      'EDEADLOCK',
      'EFSBADCRC',
      'EFSCORRUPTED',
      'ENOTSUP',
      'EREFUSED',
      'EWOULDBLOCK',
    ])
  })

  it('misses a family, and an alias that no header has', () => {
    const without = (drop) => new Map([['x86', new Map([...x86].filter(([name]) => !drop.test(name)))]])
    expect(() => mergeAbis(without(/^SHUT/))).toThrow('shut: no header has a constant of it')
    expect(() => mergeAbis(without(/^ENOTSUP/))).toThrow('errno: no alias ENOTSUP')
  })
})
