import type { AttackId } from './record/attack-id.ts'
import type { AttackRecord } from './record/attack-record.ts'
import { cve20132094 } from './records/cve-2013-2094.ts'
import { cve20143153 } from './records/cve-2014-3153.ts'
import { cve20160728 } from './records/cve-2016-0728.ts'
import { cve20168655 } from './records/cve-2016-8655.ts'
import { cve20175123 } from './records/cve-2017-5123.ts'
import { cve20176074 } from './records/cve-2017-6074.ts'
import { cve20177308 } from './records/cve-2017-7308.ts'
import { cve201910063 } from './records/cve-2019-10063.ts'
import { cve201913272 } from './records/cve-2019-13272.ts'
import { cve20208835 } from './records/cve-2020-8835.ts'
import { cve202014386 } from './records/cve-2020-14386.ts'
import { cve20213490 } from './records/cve-2021-3490.ts'
import { cve20214154 } from './records/cve-2021-4154.ts'
import { cve202122555 } from './records/cve-2021-22555.ts'
import { cve202126708 } from './records/cve-2021-26708.ts'
import { cve202141073 } from './records/cve-2021-41073.ts'
import { cve202143267 } from './records/cve-2021-43267.ts'
import { cve20220185 } from './records/cve-2022-0185.ts'
import { cve20220492 } from './records/cve-2022-0492.ts'
import { cve20220847 } from './records/cve-2022-0847.ts'
import { cve20220995 } from './records/cve-2022-0995.ts'
import { cve20222588 } from './records/cve-2022-2588.ts'
import { cve202229582 } from './records/cve-2022-29582.ts'
import { cve20230386 } from './records/cve-2023-0386.ts'
import { cve20232598 } from './records/cve-2023-2598.ts'
import { cve20240582 } from './records/cve-2024-0582.ts'
import { cve20241086 } from './records/cve-2024-1086.ts'
import { cve202521756 } from './records/cve-2025-21756.ts'
import { cve202538236 } from './records/cve-2025-38236.ts'
import { cve202631431 } from './records/cve-2026-31431.ts'
import { cve202643284 } from './records/cve-2026-43284.ts'
import { cve202643499 } from './records/cve-2026-43499.ts'
import { cve202643500 } from './records/cve-2026-43500.ts'
import { cve202646331 } from './records/cve-2026-46331.ts'
import { shocker } from './records/shocker.ts'

/** Every record, the oldest first. */
export const attackRecords: readonly AttackRecord<AttackId>[] = [
  cve20132094,
  cve20143153,
  shocker,
  cve20160728,
  cve20168655,
  cve20175123,
  cve20176074,
  cve20177308,
  cve201910063,
  cve201913272,
  cve20208835,
  cve202014386,
  cve20213490,
  cve20214154,
  cve202122555,
  cve202126708,
  cve202141073,
  cve202143267,
  cve20220185,
  cve20220492,
  cve20220847,
  cve20220995,
  cve20222588,
  cve202229582,
  cve20230386,
  cve20232598,
  cve20240582,
  cve20241086,
  cve202521756,
  cve202538236,
  cve202631431,
  cve202643284,
  cve202643499,
  cve202643500,
  cve202646331,
]
