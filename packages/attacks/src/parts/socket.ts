/*
 * Sockets and their options.
 *
 * `socketpair` is no way to a socket of these families: it makes two sockets and asks the family to connect them, and a
 * family without pairs refuses that before a descriptor exists. @see net/socket.c: __sys_socketpair()
 */
import { all } from '@seccompile/policy'
import type { Condition } from '@seccompile/policy'
import type { Constant } from '@seccompile/constants'
import { call } from '@seccompile/routes'
import { expectObject } from '@seccompile/shape'
import type { AttackClause } from '../record/need.ts'
import { clause } from './clause.ts'

/** SOCK_TYPE_MASK. The other bits of `type` are SOCK_CLOEXEC and SOCK_NONBLOCK. @see include/linux/net.h */
const TYPE_BITS = 0xf

/** A socket that an attack needs. A field that is left out allows any value. */
export interface SocketNeed {
  readonly family: Constant<'af'>
  readonly type?: Constant<'sock'>
  readonly protocol?: Constant<'ipproto'> | Constant<'netlink'>
}

/** A socket of this family, type and protocol. */
export function socketOf(need: SocketNeed): AttackClause {
  expectObject(need, 'socket', 'family')
  const { family, type, protocol } = need
  const more = [type, protocol].flatMap((each) => each?.constant ?? []).join(' and ')
  return clause(`a socket of ${family.constant}${more === '' ? '' : ` with ${more}`}`, [
    call('socket', (args): Condition => {
      const tests = [
        args.family.eq(family),
        ...(type === undefined ? [] : [args.type.masked(TYPE_BITS).eq(type)]),
        ...(protocol === undefined ? [] : [args.protocol.eq(protocol)]),
      ]
      return all(...tests)
    }),
  ])
}

/** A level of setsockopt. */
type OptionLevel = Constant<'sol'> | Constant<'ipproto'>
/** An option of setsockopt: a constant, or its number where it is in a header of netfilter or of a family. */
type OptionName = number | Constant<'so'> | Constant<'tcp'> | Constant<'ip'> | Constant<'ipv6'>

/** Options of sockets that an attack needs to set; any one of them serves. */
export interface SocketOptionNeed {
  /** The option for people: `PACKET_RX_RING or PACKET_TX_RING`. */
  readonly name: string
  readonly level: readonly [OptionLevel, ...OptionLevel[]]
  readonly optname: readonly [OptionName, ...OptionName[]]
}

/** The socket option `name`: `setsockopt` with one of these levels and options. */
export function socketOption(need: SocketOptionNeed): AttackClause {
  expectObject(need, 'option', 'name', 'level', 'optname')
  const { name, level, optname } = need
  return clause(`the socket option ${name}`, [
    call('setsockopt', (args) => all(args.level.in(...level), args.optname.in(...optname))),
  ])
}
