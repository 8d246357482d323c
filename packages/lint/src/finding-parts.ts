/*
 * A finding that is the same on several ABIs, and its parts: the same finding on one of them.
 */
import type { Finding, ShownSides } from '@seccompile/policy'
import { expectFunction, expectObject } from '@seccompile/shape'
import type { AbiToken } from '@seccompile/syscalls'

/** The ABIs of a finding, at the end of its message. */
export const abisText = (abis: readonly AbiToken[]): string => ` (${abis.join(', ')})`

/** The calls of `shown` alone. */
export function sidesOf({ call, other }: ShownSides): ShownSides {
  return { ...(call === undefined ? {} : { call }), ...(other === undefined ? {} : { other }) }
}

/** The finding split into one for each of its ABIs; unchanged where it has one ABI or none is known. */
export function partsOf(finding: Finding): readonly Finding[] {
  expectObject(finding, 'finding', 'name', 'message')
  const { abis = [], elsewhere = [] } = finding
  return abis.length < 2 ? [finding] : abis.map((_, at) => onlyOn(finding, [finding, ...elsewhere], [at]))
}

/** The finding for the ABIs at `places` of its list only. `sides` has the calls that show it on each ABI. */
function onlyOn(finding: Finding, sides: readonly ShownSides[], places: readonly number[]): Finding {
  const { abis = [], message, call: _call, other: _other, elsewhere: _elsewhere, ...rest } = finding
  const end = abisText(abis)
  const left = places.map((at) => abis[at]!)
  const [first, ...others] = places.map((at) => sidesOf(sides[at] ?? {}))
  return {
    ...rest,
    message: message.endsWith(end) ? `${message.slice(0, -end.length)}${abisText(left)}` : message,
    ...first,
    abis: left,
    ...(others.length === 0 ? {} : { elsewhere: others }),
  }
}

/**
 * The finding split by `keyOf` of its ABIs, in the order of their first ABI; unchanged where all have one key. Each
 * part shows a call of its own first ABI.
 */
export function splitFinding<Key>(
  finding: Finding,
  keyOf: (part: Finding) => Key,
): readonly { readonly key: Key; readonly finding: Finding }[] {
  expectObject(finding, 'finding', 'name', 'message')
  expectFunction(keyOf, 'keyOf')
  const groups = new Map<Key, number[]>()
  for (const [at, part] of partsOf(finding).entries()) {
    const key = keyOf(part)
    const group = groups.get(key) ?? []
    groups.set(key, group)
    group.push(at)
  }
  if (groups.size === 1) return [...groups.keys()].map((key) => ({ key, finding }))
  const sides = [finding, ...(finding.elsewhere ?? [])]
  return [...groups].map(([key, places]) => ({ key, finding: onlyOn(finding, sides, places) }))
}
