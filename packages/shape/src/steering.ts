/** Characters that could steer a terminal, or reverse the order of letters, and that JSON leaves as they are. */
export const STEERING: RegExp = /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g

/** The code point `code` as JSON writes it: `\u009b`. */
export const spelled = (code: number): string => `\\u${code.toString(16).padStart(4, '0')}`
