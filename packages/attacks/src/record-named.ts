import { expectList, expectText } from '@seccompile/shape'
import { attackRecords } from './attack-records.ts'
import type { AttackRecord } from './record/attack-record.ts'

/**
 * The record with the identifier `id`, or one of whose further identifiers it is; `undefined` where there is none. Case does not
 * matter.
 * @throws TypeError for a wrong value
 */
export function recordNamed(
  id: string,
  records: readonly AttackRecord[] = attackRecords,
): AttackRecord | undefined {
  expectText(id, 'id')
  expectList(records, 'records', 'id')
  const wanted = id.toLowerCase()
  return records.find((each) =>
    [each.id, ...(each.alsoIds ?? [])].some((known) => known.toLowerCase() === wanted),
  )
}

const digitsOf = (text: string): string => text.replaceAll(/\D/g, '')

/**
 * The identifiers of records that a misspelt `typed` may mean. They have its digits: the identifier with another number is of
 * another attack.
 * @throws TypeError for a wrong value
 */
export function idsLike(typed: string, records: readonly AttackRecord[] = attackRecords): readonly string[] {
  expectText(typed, 'typed')
  expectList(records, 'records', 'id')
  const ids = records.flatMap(({ id, alsoIds = [] }) => [id, ...alsoIds])
  return ids.filter((id) => digitsOf(id) === digitsOf(typed))
}
