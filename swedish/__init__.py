"""Pure knowledge of the language: words, spellings, normal forms. No I/O but its own data; imports nobody of ours."""
