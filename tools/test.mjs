import './run/test.ts';
