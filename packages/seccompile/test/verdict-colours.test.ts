import { actionOf, SECCOMP_RET, verdictName } from '@seccompile/abi'
import { toneVariables } from '@seccompile/draw'
import { describe, expect, it } from 'vitest'
import { verdictColours } from '../src/show/verdict-colours.ts'
import { silentIo as io } from './silent-io.ts'

const FORCED = io({ FORCE_COLOR: '1' })

/** `text`, with each coloured part in brackets after the number of its colour. */
const marked = (text: string): string =>
  // eslint-disable-next-line no-control-regex
  verdictColours(FORCED, text).replaceAll(/\u001b\[(\d+)m/g, (_, code: string) =>
    code === '39' ? ']' : `[${code} `,
  )

describe('the colour of a verdict', () => {
  it('is that of its action, for every action', () => {
    const all = Object.values(SECCOMP_RET).map((verdict) => marked(verdictName(verdict)))
    expect(all).toEqual([
      '[31 KILL_PROCESS]',
      '[31 KILL_THREAD]',
      '[35 TRAP]',
      '[33 ERRNO(0)]',
      '[35 USER_NOTIF]',
      '[35 TRACE]',
      '[36 LOG]',
      '[32 ALLOW]',
    ])
  })

  it('is that of the action in pictures and reports', () => {
    // The hue of each colour of a terminal, and of the fill of each action, in degrees.
    const HUES: Readonly<Record<string, number>> = { 31: 0, 32: 120, 33: 60, 35: 300, 36: 180 }
    const fills = new Map(
      [...toneVariables.light.matchAll(/--t-([\w]+):(#[0-9a-f]{6})/g)].map(([, tone, fill]) => [
        tone!,
        fill!,
      ]),
    )
    const hueOf = (fill: string): number => {
      const [r, g, b] = [1, 3, 5].map((at) => parseInt(fill.slice(at, at + 2), 16)) as [
        number,
        number,
        number,
      ]
      return (Math.atan2(Math.sqrt(3) * (g - b), 2 * r - g - b) * 180) / Math.PI
    }
    const apart = (a: number, b: number): number => Math.abs(((a - b + 540) % 360) - 180)
    for (const verdict of Object.values(SECCOMP_RET)) {
      const [, colour = ''] = /\[(\d+) /.exec(marked(verdictName(verdict))) ?? []
      const action = actionOf(verdict)!
      const hue = hueOf(fills.get(action.toLowerCase())!)
      const nearest = Object.keys(HUES).toSorted((a, b) => apart(HUES[a]!, hue) - apart(HUES[b]!, hue))[0]
      expect([action, nearest]).toEqual([action, colour])
    }
  })

  it('takes in the data', () => {
    expect(marked('ERRNO(1) -> TRACE(7): ERRNO(EPERM)')).toBe(
      '[33 ERRNO(1)] -> [35 TRACE(7)]: [33 ERRNO(EPERM)]',
    )
  })

  it('is for whole words, and for no name of a file or of a constant', () => {
    for (const text of [
      'ALLOW.bpf',
      './ALLOW',
      'ALLOW/x',
      'SECCOMP_RET_ALLOW',
      'ALLOWED',
      'LOG-1',
      'preset:LOG',
    ])
      expect(marked(text)).toBe(text)
  })

  it('changes nothing but colours', () => {
    const text = 'x86_64\n  ALLOW: read\n  KILL_PROCESS otherwise\n'
    expect(marked(text).replaceAll(/\[\d\d |\]/g, '')).toBe(text)
  })
})
