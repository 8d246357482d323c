import { didYouMean, expectList, expectText, quote } from '@seccompile/shape'
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

/** The shape of an identifier that may be right although no record has it. */
const CVE = /^CVE-\d{4}-\d{4,}$/i

/**
 * That no record has the identifier `id`, and which ones there are. An identifier that is close is named, but never another CVE in place
 * of a whole one: it is about another fault.
 */
export function noRecordText(id: string, records: readonly AttackRecord[] = attackRecords): string {
  expectText(id, 'id')
  expectList(records, 'records', 'id')
  const known = records.flatMap((each) => [each.id, ...(each.alsoIds ?? [])])
  const all = `; known are ${known.join(', ')}`
  return `no record of an attack is called ${quote(id)}${CVE.test(id) ? all : didYouMean(id, known, all)}`
}
