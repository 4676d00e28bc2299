package aftermath.matching;

/**
 * How two looks agree.
 *
 * @param pattern the degrees of agreement, see {@link Pattern}
 * @param rarity of what they agree on exactly, in bits
 * @param ownRarity the part of it that is of attributes which households do not share
 */
public record Finding(long pattern, double rarity, double ownRarity) {}
