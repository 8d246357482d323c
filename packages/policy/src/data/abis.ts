import { expectFunction } from '@seccompile/shape'
import { abiTable } from '@seccompile/syscalls'
import type { AbiTable, AbiToken } from '@seccompile/syscalls'
import { PolicyError, readPolicy } from './policy-error.ts'
import { policyOf, tokenReader } from './policy-shape.ts'
import type { Policy } from './policy.ts'

/** The main ABI of a policy that names none. */
const MAIN: AbiToken = 'x86_64'

/** `abis` with `main` first. @throws PolicyError E_TARGET where `main` is not among them */
function startingWith(main: AbiToken, abis: readonly AbiToken[]): readonly AbiToken[] {
  if (!abis.includes(main))
    throw new PolicyError('E_TARGET', `the policy is for ${abis.join(', ')}, and not for ${main}`)
  return [main, ...abis.filter((token) => token !== main)]
}

/** Whether `notFor` of `policy`, or of a policy in its `and`, has `token`. */
function isNotFor({ notFor = [], and = [] }: Policy, token: AbiToken): boolean {
  return notFor.some(({ abis }) => abis.includes(token)) || and.some((part) => isNotFor(part, token))
}

/**
 * The ABIs of the policy `given`, the main one first.
 *
 * Where the policy has `abis`, these are the ABIs. Otherwise they are `main`, then `architectures`, then the
 * sub-architectures of `main` in `archMap`; ABIs in `notFor` are left out of the last two. The main ABI is `main`, or
 * else the first of `abis`, or else x86_64.
 * @throws PolicyError E_TYPE, E_NAME, E_NUMBER where `given` is no policy, or `main` no ABI; E_TARGET where `main` is
 * not among the policy's `abis`
 * @see moby/profiles seccomp/seccomp_linux.go: setupSeccomp(); libseccomp always has the native ABI in a filter
 */
export function policyAbis(given: Policy, main?: AbiToken): readonly AbiToken[] {
  const policy = policyOf(given)
  if (main !== undefined) readPolicy(tokenReader, main, 'main')
  const { abis = [], architectures = [], archMap = [] } = policy
  if (abis.length > 0) return main === undefined ? abis : startingWith(main, abis)
  const first = main ?? MAIN
  const mapped = archMap.find((entry) => entry.main === first)?.sub ?? []
  const others = [...architectures, ...mapped].filter((token) => !isNotFor(policy, token))
  return [...new Set([first, ...others])]
}

/**
 * The tables of {@link policyAbis}, for a target.
 * @param tableOf - yields the table of an ABI; without `tableOf`, tables have no signatures
 */
export function policyTables(
  policy: Policy,
  main?: AbiToken,
  tableOf: (token: AbiToken) => AbiTable = abiTable,
): readonly AbiTable[] {
  expectFunction(tableOf, 'tableOf')
  return policyAbis(policy, main).map((token) => tableOf(token))
}
