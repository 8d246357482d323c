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

/** Whether `policy`, or a policy that it holds with, says that it is not for `token`. */
function isNotFor({ notFor = [], and = [] }: Policy, token: AbiToken): boolean {
  return notFor.some(({ abis }) => abis.includes(token)) || and.some((part) => isNotFor(part, token))
}

/**
 * The ABIs of the policy `given`: its `abis` where it names them, with `main` first. Else first `main`, then
 * `architectures`, then the sub-architectures of `main` in `archMap`; of both, those in `notFor` are left out. Without
 * `main`, the first of `abis` is the main one, or x86_64.
 * @throws PolicyError E_TYPE, E_NAME, E_NUMBER where `given` is no policy, or `main` no ABI; E_TARGET where `main` is none
 * of the policy's `abis`
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
 * The tables of {@link policyAbis}, ready for a target.
 * @param tableOf - the table of an ABI; without it a table without signatures
 */
export function policyTables(
  policy: Policy,
  main?: AbiToken,
  tableOf: (token: AbiToken) => AbiTable = abiTable,
): readonly AbiTable[] {
  expectFunction(tableOf, 'tableOf')
  return policyAbis(policy, main).map((token) => tableOf(token))
}
