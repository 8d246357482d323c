import { expect, it } from 'vitest'
import * as kernel from '@seccompile/kernel'
import * as exec from '@seccompile/kernel/exec'
import * as words from '@seccompile/kernel/launch-words'
import * as native from '@seccompile/kernel/native'
import * as undo from '@seccompile/kernel/undo'

it('exports these names', () => {
  expect(Object.keys(kernel).sort()).toEqual([
    'BRIDGES',
    'BWRAP_SAME_ROOT',
    'KernelError',
    'LAUNCHERS',
    'ORACLE_ABI',
    'OTHER_LAUNCHERS',
    'againstInterpreter',
    'attach',
    'bwrapArgs',
    'chooseLauncher',
    'crunAnnotation',
    'crunArgs',
    'crunConfig',
    'dump',
    'filterBytes',
    'hasOwnOptions',
    'kernelAccepts',
    'launch',
    'oracle',
    'probe',
    'refusedLaunch',
    'run',
    'runReportFacts',
    'runReportLines',
    'setprivArgs',
    'thisUser',
  ])
})

it('exports these names for becoming a command', () => {
  expect(Object.keys(exec).sort()).toEqual([
    'LAUNCH_CALLS',
    'execUnder',
    'findCommand',
    'flagBits',
    'forbiddenCall',
    'hasBridge',
    'machineEndianness',
    'nativeAbi',
    'stdioFlags',
  ])
})

it('exports these names for programs in C of other packages', () => {
  expect(Object.keys(native).sort()).toEqual([
    'KernelError',
    'compileNative',
    'explainErrno',
    'readOptions',
    'requireLinux',
    'startPiped',
    'stopSignal',
  ])
})

it('exports this name for work that the end of a process undoes', () => {
  expect(Object.keys(undo)).toEqual(['undoneByTheEnd'])
})

it('exports these names for the words of launchers', () => {
  expect(Object.keys(words).sort()).toEqual([
    'BWRAP_SAME_ROOT',
    'LAUNCHERS',
    'OTHER_LAUNCHERS',
    'bwrapArgs',
    'crunAnnotation',
    'crunArgs',
    'crunConfig',
    'isBridge',
    'setprivArgs',
  ])
})
