import { readFileSync } from 'node:fs'
import { machineNow } from '@seccompile/clock'
import type { Machine } from '@seccompile/clock'

/** The machine of a measurement, with the facts that affect the time of a call or of a branch. */
export interface ClockMachine extends Machine {
  /** Family, model and stepping. The name of the processor of a virtual machine says little. */
  readonly identity: string
  /** The kernel's mitigation of each weakness that affects the processor, by the name of the weakness. */
  readonly mitigations: Readonly<Record<string, string>>
}

/**
 * The name of the file of figures of a kind of processor, as `amd-epyc-25-17-1.json`. A second run on the same kind
 * replaces the file of the first.
 */
export function figuresFile({ processor, identity }: Pick<ClockMachine, 'processor' | 'identity'>): string {
  const name = processor.replaceAll(/\(.*?\)|\bprocessor\b/gi, '')
  const words = `${name} ${identity.replaceAll(/[a-z]/g, '')}`.toLowerCase().match(/[a-z0-9]+/g) ?? []
  return `${words.join('-')}.json`
}

/**
 * Weaknesses whose mitigation costs time at each call or at each indirect branch. @see
 * Documentation/admin-guide/hw-vuln
 */
const WEAKNESSES = ['meltdown', 'spectre_v2', 'retbleed', 'spec_store_bypass', 'mds', 'spec_rstack_overflow', 'indirect_target_selection'] as const // prettier-ignore

/** Family, model and stepping of the first processor; empty where the kernel does not report them. */
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

/** This machine, now. A fact that the kernel does not report is left out. */
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
