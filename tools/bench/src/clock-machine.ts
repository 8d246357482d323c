import { readFileSync } from 'node:fs'
import { machineNow } from '@seccompile/clock'
import type { Machine } from '@seccompile/clock'

/** The machine of a measurement, with what changes the time of a call or of a branch. */
export interface ClockMachine extends Machine {
  /** Family, model and stepping, since the name of a processor of a virtual machine says little. */
  readonly identity: string
  /** By name of the weakness, what the kernel says that it does against it; those that affect the processor. */
  readonly mitigations: Readonly<Record<string, string>>
}

/** The name of the file of figures of a kind of processor, as `amd-epyc-25-17-1.json`: a second run on such a one replaces the first. */
export function figuresFile({ processor, identity }: Pick<ClockMachine, 'processor' | 'identity'>): string {
  const name = processor.replaceAll(/\(.*?\)|\bprocessor\b/gi, '')
  const words = `${name} ${identity.replaceAll(/[a-z]/g, '')}`.toLowerCase().match(/[a-z0-9]+/g) ?? []
  return `${words.join('-')}.json`
}

/** Those that have a price at each call or at each indirect branch. @see Documentation/admin-guide/hw-vuln */
const WEAKNESSES = ['meltdown', 'spectre_v2', 'retbleed', 'spec_store_bypass', 'mds', 'spec_rstack_overflow', 'indirect_target_selection'] as const // prettier-ignore

/** Family, model and stepping of the first processor; empty where the kernel does not tell. */
function identityNow(): string {
  const info = readFileSync('/proc/cpuinfo', 'utf8')
  const parts = [['family', 'cpu family'], ['model', 'model'], ['stepping', 'stepping']] as const // prettier-ignore
  return parts
    .flatMap(([word, name]) => {
      const [, value] = new RegExp(`^${name}\\s*: (\\d+)$`, 'm').exec(info) ?? []
      return value === undefined ? [] : [`${word} ${value}`]
    })
    .join(', ')
}

/** This machine, now. What the kernel does not tell is left out. */
export function clockMachine(): ClockMachine {
  const said = WEAKNESSES.flatMap((name) => {
    try {
      return [[name, readFileSync(`/sys/devices/system/cpu/vulnerabilities/${name}`, 'utf8').trim()] as const]
    } catch {
      return [] // an older kernel
    }
  })
  return {
    ...machineNow(),
    identity: identityNow(),
    mitigations: Object.fromEntries(said.filter(([, what]) => what !== 'Not affected')),
  }
}
