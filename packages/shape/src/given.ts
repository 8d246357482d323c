/**
 * A constructor that returns the object that it is given. A class that extends it adds its private fields to that object: a mark
 * that says what has been checked, and that no other code can write, forge or copy.
 * @see ECMA-262, SuperCall: the fields of a class are added to whatever the constructor above it returns
 */
export const Given: new (object: object) => object = function (object: object): object {
  return object
} as unknown as new (object: object) => object // `new` yields what a function returns, where that is an object
