/* Wrong values from JavaScript, which TypeScript would refuse. */
import { describe, expect, it } from 'vitest'
import { compile, compileStack, policy, presetPolicy, resolve, variants } from 'seccompile'

const mine = policy({ default: 'deny' }).allow('read')
const untyped = (value: unknown): never => value as never

describe('from JavaScript', () => {
  it('ABIs are a list', () => {
    for (const ask of [compile, compileStack, resolve])
      expect(() => ask(mine, { abis: untyped('x86_64') })).toThrow(
        'options.abis: expected a list such as ["x86_64"]; got "x86_64"',
      )
  })

  it('a policy is one', () => {
    expect(() => compile(untyped(undefined))).toThrow('policy: expected an object; got undefined')
  })

  it('presets and variants have a name', () => {
    expect(() => presetPolicy(untyped(undefined))).toThrow('presets: expected names such as "no-network"; got undefined') // prettier-ignore
    expect(() => variants(untyped(undefined))).toThrow('no variants are known of "undefined"')
  })
})
