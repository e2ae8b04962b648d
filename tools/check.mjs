import './run/check.ts';
