// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Commands of io_submit. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const IOCB_CMD_PREAD: Constant<'aio'> = /* @__PURE__ */ constant('aio', 'IOCB_CMD_PREAD', 0)
export const IOCB_CMD_PWRITE: Constant<'aio'> = /* @__PURE__ */ constant('aio', 'IOCB_CMD_PWRITE', 1)
export const IOCB_CMD_FSYNC: Constant<'aio'> = /* @__PURE__ */ constant('aio', 'IOCB_CMD_FSYNC', 2)
export const IOCB_CMD_FDSYNC: Constant<'aio'> = /* @__PURE__ */ constant('aio', 'IOCB_CMD_FDSYNC', 3)
export const IOCB_CMD_POLL: Constant<'aio'> = /* @__PURE__ */ constant('aio', 'IOCB_CMD_POLL', 5)
export const IOCB_CMD_NOOP: Constant<'aio'> = /* @__PURE__ */ constant('aio', 'IOCB_CMD_NOOP', 6)
export const IOCB_CMD_PREADV: Constant<'aio'> = /* @__PURE__ */ constant('aio', 'IOCB_CMD_PREADV', 7)
export const IOCB_CMD_PWRITEV: Constant<'aio'> = /* @__PURE__ */ constant('aio', 'IOCB_CMD_PWRITEV', 8)
