import { type Trust, TRUSTS } from '@egide/engines/rules';

export const rankOf = (trust: Trust): number => TRUSTS.indexOf(trust);
export const atLeastAsTrusted = (one: Trust, other: Trust): boolean => rankOf(one) >= rankOf(other);
