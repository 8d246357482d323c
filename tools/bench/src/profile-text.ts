/*
 * Profiles as text, made by a few functions. Multiplication makes the values, so they are the same in every run.
 */

/** A profile, as text. */
export interface ProfileSubject {
  readonly name: string
  readonly profile: string
}

/** An operator of a profile. */
export type ProfileOperator = 'EQ' | 'GT' | 'LT' | 'GE' | 'LE' | 'MASKED_EQ'
/** A condition of a profile, its numbers as text. */
export type ProfileCondition = Readonly<Record<'index' | 'value' | 'valueTwo' | 'op', string>>

/** A 64-bit value; the values of successive `i` are scattered. */
export const scattered = (i: number): bigint => BigInt.asUintN(64, BigInt(i + 1) * 0x9e37_79b9_7f4a_7c15n)

/** A condition of a profile. Its numbers are text, since JSON.stringify writes no numbers of 64 bits. */
export const condition = (
  index: number,
  op: ProfileOperator,
  value: bigint,
  valueTwo = 0n,
): ProfileCondition => ({
  index: String(index),
  value: String(value),
  valueTwo: String(valueTwo),
  op: `"SCMP_CMP_${op}"`,
})

/** A rule of a profile that allows the call `name` where all of `args` hold. */
export function ruleOf(name: string, args: readonly ProfileCondition[]): string {
  const tests = args.map((one) => `{${Object.entries(one).map(([key, text]) => `"${key}":${text}`).join()}}`) // prettier-ignore
  return `{"names":["${name}"],"action":"SCMP_ACT_ALLOW","args":[${tests.join()}]}`
}

/** A profile that allows only the calls of `rules`. */
export const profileWith = (rules: readonly string[]): string =>
  `{"defaultAction":"SCMP_ACT_ERRNO","syscalls":[${rules.join()}]}`

/** A profile that allows one call where any of `rules` holds. */
export const profileOf = (rules: readonly (readonly ProfileCondition[])[]): string =>
  profileWith(rules.map((args) => ruleOf('ioctl', args)))

/** `count` rules, each with masks of `width` arguments. */
export function masks(count: number, width: number): ProfileSubject {
  const rules = Array.from({ length: count }, (_, i) =>
    Array.from({ length: width }, (_unused, index) => {
      const mask = scattered(97 * i + 2 * index)
      return condition(index, 'MASKED_EQ', mask, scattered(89 * i + 2 * index + 1) & mask)
    }),
  )
  return { name: `${count} rules of ${width} masks`, profile: profileOf(rules) }
}
