"""Money and shares in running text: figures and words read as numbers, their units, and what the words around say."""
