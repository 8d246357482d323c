import { all, errno, policy } from '@seccompile/policy'
import { signedAbiTable } from '@seccompile/signatures'
import { compile } from '@seccompile/compiler'
import { KINDS, kindOf, pictureOf } from '@seccompile/draw/kinds'
import { policyFilter, programFilter } from '@seccompile/filter'
import { lifted } from '../src/kinds/lifted.ts'
import { describe, expect, it } from 'vitest'

const x86_64 = signedAbiTable('x86_64')
const mine = policy({ default: errno('EPERM') })
  .allow('read', 'write')
  .allow('socket', ({ family, type }) => all(family.eq(1n), type.eq(1n)))
const target = { abis: [x86_64] } as const
const { program } = compile(mine, target)
const raw = programFilter('mine.bpf', program, [x86_64])
const asPolicy = policyFilter('mine.bpf', { policy: mine }, target, () => program)

describe('a kind of picture', () => {
  it.each(KINDS.map(({ name }) => name))('%s is drawn of a policy', async (name) => {
    const svg = await pictureOf(kindOf(name), {
      filters: [asPolicy],
      ...(name === 'plane' ? { call: 'socket' } : {}),
    })
    expect(svg).toMatch(/^<svg /)
  })

  it.each([
    [
      'a word that is no kind',
      () => kindOf('tre'),
      /^expected a kind of picture: tree, .*; did you mean "tree"\?$/,
    ],
    [
      'a waterfall of a raw filter',
      () => pictureOf(kindOf('waterfall'), { filters: [raw] }),
      /is a raw filter, which no passes made/,
    ],
    [
      'a plane of no call',
      () => pictureOf(kindOf('plane'), { filters: [raw] }),
      /^mine\.bpf: plane draws one call by its arguments; name one by --call: socket$/,
    ],
    [
      'a plane of a call without tests',
      () => pictureOf(kindOf('plane'), { filters: [raw], call: 'read' }),
      /depends on no argument; name one by --call: socket$/,
    ],
    [
      'a plane of a filter that asks for no argument',
      () =>
        pictureOf(kindOf('plane'), {
          filters: [{ ...raw, subject: { level: 'program', ir: program.slice(-1) } }],
        }),
      /no verdict of this filter depends on an argument, so it has no plane$/,
    ],
    [
      'a stack as a tree',
      () =>
        pictureOf(kindOf('tree'), {
          filters: [
            { ...raw, subject: { level: 'stack', ir: [] }, program: () => Promise.resolve(undefined) },
          ],
        }),
      /is a stack of filters/,
    ],
  ])('is a DrawError for %s', async (_what, draw, message) => {
    await expect(async () => draw()).rejects.toMatchObject({
      name: 'DrawError',
      code: 'E_DRAW',
      message: expect.stringMatching(message) as unknown,
    })
  })
})

describe('the subject of a picture', () => {
  it('of costs is the calls that run', async () => {
    expect(await pictureOf(kindOf('cost'), { filters: [raw] })).toContain('mine.bpf: 2 calls, ')
  })

  it('of a difference is the directions that are asked for', async () => {
    const stricter = policy({ default: errno('EPERM') }).allow('read')
    const other = policyFilter('mine.bpf', { policy: stricter }, target)
    const titleOf = async (directions: readonly ('weaker' | 'stricter')[]): Promise<string> => {
      const difference = { prove: {}, directions, part: '' }
      return pictureOf(kindOf('barcode'), { filters: [asPolicy, other], difference })
    }
    expect(await titleOf(['weaker'])).toContain(': no call changes</title>')
    expect(await titleOf(['stricter'])).toContain(': 2 calls stricter</title>')
  })

  it('is no filter that breaks a pass: that is thrown', () => {
    expect(() => lifted([{ code: 0x05, jt: 0, jf: 0, k: 7 }], 'little')).toThrow()
  })
})
