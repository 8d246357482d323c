import type { AttackRecord } from './record/attack-record.ts'
import { cve201910063 } from './records/cve-2019-10063.ts'
import { cve202122555 } from './records/cve-2021-22555.ts'
import { cve202631431 } from './records/cve-2026-31431.ts'
import { cve202643284 } from './records/cve-2026-43284.ts'

/** Every record, by its identifier. */
export const attackRecords: readonly AttackRecord[] = [cve201910063, cve202122555, cve202631431, cve202643284]
