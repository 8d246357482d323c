import { tmpdir } from 'node:os'
import { describe, expect, it } from 'vitest'
import { fuzzArguments } from '../src/arguments.ts'

const NAMES = ['oci', 'verify']
const parse = (...args: readonly string[]): ReturnType<typeof fuzzArguments> => fuzzArguments(args, NAMES)

describe('the command line of fuzz', () => {
  it('takes all targets for two minutes each by default', () => {
    expect(parse()).toMatchObject({ targets: [], seconds: 120, seed: undefined, planted: false })
    expect(parse('verify', '--seconds', '5', '--seed', '7')).toMatchObject({
      targets: ['verify'],
      seconds: 5,
      seed: 7,
    })
  })

  it.each([
    [['nothing'], 'there is no target "nothing"; --list names them'],
    [['--seconds', '0'], '--seconds takes a whole number from 1 to 604800, not "0"'],
    [['--seconds', '1e3'], '--seconds takes a whole number from 1 to 604800, not "1e3"'],
    [['--seed', '4294967296'], '--seed takes a whole number from 1 to 2147483647, not "4294967296"'],
    [['--input', 'x'], '--input takes one target, whose input the file is'],
    [['oci', '--input', '/no/such/file'], 'there is no file "/no/such/file"'],
    [['oci', '--input', tmpdir()], `"${tmpdir()}" is a folder; --input takes the file of one input`],
    [['oci', '--input', '/dev/null', '--planted'], '--input takes neither --planted nor --minimize'],
    [['oci', '--print'], '--print takes --input'],
    [['--planted', '--minimize'], '--minimize takes no --planted: inputs of a planted fault are not kept'],
  ])('refuses %j', (args, message) => {
    expect(() => parse(...args)).toThrow(message)
  })
})
