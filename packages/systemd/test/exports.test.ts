import { expect, it } from 'vitest'
import * as systemd from '@seccompile/systemd'

it('exports exactly its public names', () => {
  expect(Object.keys(systemd).sort()).toEqual([
    'LIBSECCOMP_VERSION',
    'MAX_UNIT_LENGTH',
    'SYSTEMD_SETS',
    'SYSTEMD_VERSION',
    'callsOfSet',
    'isSystemd',
    'parseSystemd',
    'parseSystemdSets',
    'writeSystemd',
  ])
})
