/* What the type system says of records; checked by tsc, never run. */
import { AF_ALG } from '@seccompile/constants/af'
import { SOCK_STREAM } from '@seccompile/constants/sock'
import { all } from '@seccompile/policy'
import { clause, socketOf, userNamespace } from '@seccompile/attacks'
import type { AttackRecord } from '@seccompile/attacks'
import { call } from '@seccompile/routes'

export const known = clause('a socket', [call('socket', ({ family }) => family.eq(AF_ALG))])

// @ts-expect-error a misspelt call
call('sokcet')
// @ts-expect-error a misspelt argument
call('socket', ({ famliy: _ }) => all())
// @ts-expect-error a constant of another argument
call('socket', ({ family }) => family.eq(SOCK_STREAM))
// @ts-expect-error no family of sockets
socketOf({ family: SOCK_STREAM })
// @ts-expect-error a misspelt capability
userNamespace({ replacedBy: 'CAP_SYS_ADMNI' })
// @ts-expect-error the number of a kernel as text of another kind
export const to: AttackRecord['affected'] = { to: 'six', text: 'up to 6' }
