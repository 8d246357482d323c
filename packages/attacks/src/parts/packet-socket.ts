/*
 * A socket of AF_PACKET with options. `socket(AF_INET, SOCK_PACKET)` makes a socket of AF_PACKET too, but one without options.
 * @see net/packet/af_packet.c: packet_create(), packet_ops_spkt
 */
import { AF_PACKET } from '@seccompile/constants/af'
import { SOL_PACKET } from '@seccompile/constants/sol'
import type { AttackNeed } from '../record/need.ts'
import { allOf } from './clause.ts'
import { socketOf, socketOption } from './socket.ts'
import { userNamespace } from './user-namespace.ts'

/** @see include/uapi/linux/if_packet.h */
const OPTIONS = { PACKET_RX_RING: 5, PACKET_VERSION: 10, PACKET_TX_RING: 13 } as const

/** Options, any one of which serves. */
type EitherOption = readonly [keyof typeof OPTIONS, ...(keyof typeof OPTIONS)[]]

/** A socket of AF_PACKET on which each of `options` is set, and the privilege to make one. */
export function packetSocketWith(...options: readonly EitherOption[]): AttackNeed {
  const set = options.map((names) => {
    const [first, ...others] = names
    return socketOption({
      name: names.join(' or '),
      level: [SOL_PACKET],
      optname: [OPTIONS[first], ...others.map((name) => OPTIONS[name])],
    })
  })
  return allOf(userNamespace({ replacedBy: 'CAP_NET_RAW' }), socketOf({ family: AF_PACKET }), ...set)
}
