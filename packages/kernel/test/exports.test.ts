import { expect, it } from 'vitest'
import * as kernel from '@seccompile/kernel'
import * as exec from '@seccompile/kernel/exec'

it('exports these names', () => {
  expect(Object.keys(kernel).sort()).toEqual([
    'KernelError',
    'LAUNCHERS',
    'NO_FILTER',
    'ORACLE_ABI',
    'RET_ALLOW',
    'againstInterpreter',
    'attach',
    'bench',
    'benchAttach',
    'chooseLauncher',
    'dump',
    'filterBytes',
    'getppidCall',
    'isHarmless',
    'isTimeable',
    'kernelAccepts',
    'oracle',
    'probe',
    'run',
  ])
})

it('exports these names for becoming a command', () => {
  expect(Object.keys(exec).sort()).toEqual([
    'execUnder',
    'findCommand',
    'flagBits',
    'forbiddenCall',
    'machineEndianness',
    'nativeAbi',
    'stdioFlags',
  ])
})
