import { describe, expect, it } from 'vitest'
import { colours, hasColours } from '../src/io/colours.ts'
import { silentIo as io } from './silent-io.ts'

describe('colours', () => {
  it.each([
    [{}, true, true],
    [{}, false, false],
    [{ NO_COLOR: '1' }, true, false],
    [{ NO_COLOR: '' }, true, true],
    [{ NO_COLOR: '0' }, true, false],
    [{ FORCE_COLOR: '1' }, false, true],
    [{ FORCE_COLOR: '' }, false, false],
    [{ FORCE_COLOR: '0' }, true, false],
    [{ FORCE_COLOR: 'false' }, true, false],
    [{ FORCE_COLOR: 'true' }, false, true],
    [{ FORCE_COLOR: '1', NO_COLOR: '1' }, true, false],
    [{ TERM: 'dumb' }, true, false],
    [{ TERM: 'dumb', FORCE_COLOR: '1' }, true, true],
  ])('with %o, and a terminal: %s, are there: %s', (env, isTerminal, are) => {
    expect(hasColours(io(env, isTerminal), 'out')).toBe(are)
  })

  it('are those of the stream', () => {
    expect([hasColours(io({}, true), 'out'), hasColours(io({}, true), 'err')]).toEqual([true, false])
  })

  it('stand around the text, or change nothing', () => {
    expect(colours(io({ FORCE_COLOR: '1' }), 'err').red('error:')).toBe('\u001B[31merror:\u001B[39m')
    expect(colours(io({ FORCE_COLOR: '1' }), 'err').bold('f')).toBe('\u001B[1mf\u001B[22m')
    expect(colours(io({}), 'err').red('error:')).toBe('error:')
  })
})
