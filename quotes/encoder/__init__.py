"""The model at run time: words to windows, windows through onnxruntime, scores per word."""
