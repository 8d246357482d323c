import { attackRecords, noRecordText, recordNamed } from '@seccompile/attacks'
import type { AttackId } from '@seccompile/attacks'
import { expect, it } from 'vitest'

it('finds a record by each of its identifiers, in any case', () => {
  const tty = attackRecords.find(({ name }) => name === 'TIOCSTI')
  expect(recordNamed('cve-2019-10063')).toBe(tty)
  expect(recordNamed('CVE-2017-5226')).toBe(tty)
  expect(recordNamed('CVE-2017-522')).toBeUndefined()
  expect(recordNamed('shocker', [])).toBeUndefined()
})

it('names no other CVE in place of a whole one, and every record there is', () => {
  expect(noRecordText('CVE-2022-9999')).toMatch(
    /^no record of an attack is called "CVE-2022-9999"; known are CVE-2013-2094, CVE-2014-3153, shocker, .*CVE-2017-5226/,
  )
  expect(noRecordText('cve-2022-0186')).toContain('"cve-2022-0186"; known are ')
  expect(noRecordText('shoker')).toBe('no record of an attack is called "shoker"; did you mean "shocker"?')
  expect(noRecordText('CVE-2022-018')).toContain('; did you mean "CVE-2022-0185"?')
})

it('has a type of the identifiers that names no other', () => {
  // The type of the object asks for each identifier, and refuses one that is none.
  const known: Readonly<Record<AttackId, true>> = {
    'CVE-2013-2094': true,
    'CVE-2014-3153': true,
    shocker: true,
    'CVE-2016-0728': true,
    'CVE-2016-8655': true,
    'CVE-2017-5123': true,
    'CVE-2017-5226': true,
    'CVE-2017-6074': true,
    'CVE-2017-7308': true,
    'CVE-2019-10063': true,
    'CVE-2019-13272': true,
    'CVE-2020-8835': true,
    'CVE-2020-14386': true,
    'CVE-2021-3490': true,
    'CVE-2021-4154': true,
    'CVE-2021-22555': true,
    'CVE-2021-26708': true,
    'CVE-2021-41073': true,
    'CVE-2021-43267': true,
    'CVE-2022-0185': true,
    'CVE-2022-0492': true,
    'CVE-2022-0847': true,
    'CVE-2022-0995': true,
    'CVE-2022-2588': true,
    'CVE-2022-29582': true,
    'CVE-2023-0386': true,
    'CVE-2023-2598': true,
    'CVE-2024-0582': true,
    'CVE-2024-1086': true,
    'CVE-2025-21756': true,
    'CVE-2025-38236': true,
    'CVE-2026-31431': true,
    'CVE-2026-43284': true,
    'CVE-2026-43499': true,
    'CVE-2026-43500': true,
    'CVE-2026-46331': true,
  }
  const ids = attackRecords.flatMap(({ id, alsoIds = [] }) => [id, ...alsoIds])
  expect(ids.toSorted()).toEqual(Object.keys(known).toSorted())
})
