/*
 * The action of a rule, with its errno as a number or by name.
 *
 * Docker's profiles have `errnoRet`, a number. Podman's profiles also have `errno`: a name such as "ENOSYS", or the
 * digits of a number. The name stands for the number of that errno on each ABI. Podman's own profile gives both, and
 * they agree on most ABIs: ENOSYS is 38, but 89 on mips.
 * @see containers/common pkg/seccomp/seccomp_linux.go: getErrno()
 */
import { MAX_ERRNO, SECCOMP_RET_DATA } from '@seccompile/abi'
import type { ActionName } from '@seccompile/abi'
import { errno, PolicyError } from '@seccompile/policy'
import { actionOn, warning } from '@seccompile/policy/toolkit'
import { quote } from '@seccompile/shape'
import type { Action, Warning } from '@seccompile/policy'
import type { JsonNode, JsonObject } from './json.ts'
import { field, integerAt, requiredField, stringAt } from './read.ts'
import { actionWord } from './words.ts'

/** The keys for an action, for the number of its errno, and for the name of its errno. */
export interface ActionKeys {
  readonly action: string
  readonly data: string
  readonly name: string
}

/** The errno of a refused call where the profile gives none, as in runc. */
const EPERM = 1

/** The ABI on which a name is compared with a number beside it. Its numbers are those of most ABIs. */
const COMMON = 'x86_64'

/** The errno under `key`, by name or by its digits; `undefined` where the key is absent or an empty text. */
function readErrno(
  object: JsonObject,
  key: string,
): { readonly action: Action; readonly node: JsonNode } | undefined {
  const node = field(object, key)
  const text = node === undefined ? '' : stringAt(node, quote(key), 'the name of an errno such as "ENOSYS"')
  if (node === undefined || text === '') return undefined
  try {
    const number = /^\d{1,9}$/.test(text) ? Number(text) : undefined
    return { action: errno(number ?? (text as 'EPERM')), node } // `errno` refuses an unknown name
  } catch (error) {
    const { name, code, message } = error as PolicyError
    if (name !== 'PolicyError') throw error
    throw new PolicyError(code, `${quote(key)}: ${message}`, node.source, { cause: error })
  }
}

/** The number under `key`. */
function readNumber(
  object: JsonObject,
  key: string,
): { readonly value: number; readonly node: JsonNode } | undefined {
  const node = field(object, key)
  return node && { value: Number(integerAt(node, quote(key), BigInt(SECCOMP_RET_DATA))), node }
}

/**
 * Checks that name and number agree.
 * @throws PolicyError E_CONFLICT where they stand for different errnos
 */
function checkAgree(keys: ActionKeys, name: Action, value: number, node: JsonNode): void {
  const named = actionOn(name, COMMON).data
  if (named === value) return
  throw new PolicyError(
    'E_CONFLICT',
    `${quote(keys.name)} is ${name.data}, which is ${named}, and ${quote(keys.data)} is ${value}; write one of them`,
    node.source,
  )
}

/** A warning for each of `keys`, which hold an errno, in an `object` whose action `word` takes no errno. */
function ignoredKeys(object: JsonObject, keys: readonly string[], word: string): readonly Warning[] {
  return keys.flatMap((key) => {
    const node = field(object, key)
    return node === undefined || (node.kind === 'string' && node.value === '')
      ? []
      : [warning('ignored-key', `${quote(key)} is ignored: ${word} has no errno`, node.source)]
  })
}

/**
 * The data of an action that takes data: from the name, else from the number; EPERM where there is neither, as in
 * runc.
 */
function readData(object: JsonObject, action: ActionName, keys: ActionKeys, warnings: Warning[]): Action {
  const number = readNumber(object, keys.data)
  if (action === 'TRACE') {
    warnings.push(...ignoredKeys(object, [keys.name], 'SCMP_ACT_TRACE'))
    return { action, data: number?.value ?? EPERM }
  }
  const named = readErrno(object, keys.name)
  if (named !== undefined) {
    if (number !== undefined) checkAgree(keys, named.action, number.value, named.node)
    return named.action
  }
  if (number !== undefined && number.value > MAX_ERRNO)
    warnings.push(
      warning(
        'capped-number',
        `${quote(keys.data)} is ${number.value}; the kernel returns ${MAX_ERRNO} at most`,
        number.node.source,
      ),
    )
  return { action, data: number?.value ?? EPERM }
}

/** The action of `object`, with its data; messages call it `what`. @throws PolicyError */
export function readAction(object: JsonObject, what: string, keys: ActionKeys, warnings: Warning[]): Action {
  const node = requiredField(object, keys.action, what, 'an action such as "SCMP_ACT_ALLOW"')
  const text = stringAt(node, quote(keys.action), 'an action such as "SCMP_ACT_ALLOW"')
  const action = actionWord(text, node.source)
  if (action === 'ERRNO' || action === 'TRACE') return readData(object, action, keys, warnings)
  readNumber(object, keys.data) // throws where the value is no number
  warnings.push(...ignoredKeys(object, [keys.data, keys.name], text))
  return { action, data: 0 }
}
