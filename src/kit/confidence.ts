/** A value read with less confidence than this is put to a person. */
export const doubtBelow = 0.7
/** From here on a value is shown without a mark: such values are right at least 95 times in 100. */
export const sureFrom = 0.9
