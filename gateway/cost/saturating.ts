/** The most that anything costs: sums and products stop there, so that costs can always be compared. */
export const mostCost = Number.MAX_SAFE_INTEGER;

export const plus = (one: number, other: number): number => Math.min(one + other, mostCost);

export const times = (one: number, other: number): number => Math.min(one * other, mostCost);
